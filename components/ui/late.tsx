import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** A component whose code is loaded when it is first shown; nothing stands in its place until then. */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => preact.JSX.Element | null {
  return function Late(props: Props) {
    const view = useSignal<{ Loaded: ComponentType<Props> } | undefined>(undefined);
    useEffect(() => {
      void load().then((Loaded) => {
        view.value = { Loaded };
      });
    }, [view]);
    const { Loaded } = view.value ?? {};
    return Loaded ? <Loaded {...props} /> : null;
  };
}
