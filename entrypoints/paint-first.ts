// Stands in the panel's page after what it shows first, and fetches the panel's script with its first frame.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

export default defineUnlistedScript(() => {
  const then = document.currentScript?.dataset['then'];
  const bring = () => {
    const script = document.createElement('script');
    Object.assign(script, { type: 'module', src: then });
    document.head.append(script);
  };
  requestAnimationFrame(bring);
  // A page in the background has no frames. Brought twice, a module still runs once.
  setTimeout(bring, 100);
});
