import type { Called, News } from '../wire.ts';
import { element } from './around-grid.ts';

type Run = (entry: string, args: readonly unknown[]) => Promise<Called>;
/** What a frame asks for: a function of the add-on, and the number under which it waits for the answer. */
type FromFrame = { readonly call: number; readonly entry: string; readonly args: readonly unknown[] };

let stopListening: (() => void) | undefined;

/** Shows a sidebar beside the grid, in a frame that may run its script and reach nothing but google.script.run. */
export function showSidebar({ title, html }: NonNullable<News['sidebar']>, run: Run): void {
  const [side, heading, close] = [element('sidebar'), document.createElement('h2'), document.createElement('button')];
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.setAttribute('sandbox', 'allow-scripts allow-forms');
  frame.src = '/sheet/frame';
  frame.onload = () => frame.contentWindow?.postMessage({ html }, '*');
  heading.className = 'sidebar-title';
  heading.textContent = title;
  close.textContent = '閉じる';
  close.onclick = () => {
    side.hidden = true;
    side.replaceChildren();
  };
  heading.append(close);

  stopListening?.();
  const answer = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || !isCall(event.data)) return;
    const { call, entry, args } = event.data;
    void run(entry, args).then((called) => frame.contentWindow?.postMessage({ call, ...called }, '*'));
  };
  addEventListener('message', answer);
  stopListening = () => {
    removeEventListener('message', answer);
  };
  side.replaceChildren(heading, frame);
  side.hidden = false;
}

function isCall(data: unknown): data is FromFrame {
  return typeof data === 'object' && data !== null && 'call' in data && 'entry' in data && 'args' in data;
}
