import type { Place } from '../../lib/domain/pack';
import { subStepTexts } from '../guide/sub-step-texts';
import type { TextKey } from '../ui/texts';

/** The interface's words for what a phrase is said for. */
export function placeText(place: Place): TextKey {
  switch (place) {
    case 'hold.ask':
      return 'draftPlace_hold_ask';
    case 'hold.check-in':
      return 'draftPlace_hold_check_in';
    case 'hold.return':
      return 'draftPlace_hold_return';
    default:
      return subStepTexts[place];
  }
}
