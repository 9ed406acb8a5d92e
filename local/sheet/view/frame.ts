/** Runs in the empty frame of a sidebar: makes google.script.run as Google has it, then shows what the spreadsheet sends. */
type Handlers = { readonly done?: (value: unknown) => void; readonly failed?: (error: Error) => void };

const waiting = new Map<number, Handlers>();
let calls = 0;

function runner(handlers: Handlers): object {
  return new Proxy(
    {},
    {
      get: (_target, name) => {
        if (name === 'withSuccessHandler') return (done: (value: unknown) => void) => runner({ ...handlers, done });
        if (name === 'withFailureHandler') return (failed: (error: Error) => void) => runner({ ...handlers, failed });
        if (typeof name !== 'string' || name.startsWith('with')) throw new Error(`the stand-in has no ${String(name)}`);
        return (...args: readonly unknown[]) => {
          call(name, args, handlers);
        };
      },
    },
  );
}

function call(entry: string, args: readonly unknown[], handlers: Handlers): void {
  args.forEach(refuseUnlessPlain);
  calls += 1;
  waiting.set(calls, handlers);
  parent.postMessage({ call: calls, entry, args }, '*');
}

/** As Google does, at once and in the caller. */
function refuseUnlessPlain(value: unknown): void {
  const kind = Object.prototype.toString.call(value);
  if (!/^\[object (?:String|Number|Boolean|Null|Undefined|Array|Object)\]$/.test(kind))
    throw new TypeError(`Failed due to illegal value in property: ${kind}`);
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(refuseUnlessPlain);
}

/** The page takes the place of this one; a script runs only when it is made anew. */
function show(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  for (const written of document.querySelectorAll('script')) {
    const script = document.createElement('script');
    script.textContent = written.textContent;
    written.replaceWith(script);
  }
}

function answer({ call: number, returned, failed }: Record<string, unknown>): void {
  const handlers = waiting.get(Number(number));
  waiting.delete(Number(number));
  if (typeof returned === 'string') handlers?.done?.(JSON.parse(returned));
  else handlers?.failed?.(new Error(String(failed)));
}

Object.assign(globalThis, { google: { script: { run: runner({}) } } });
addEventListener('message', ({ source, data }: MessageEvent<Record<string, unknown>>) => {
  if (source !== parent) return;
  if (typeof data['html'] === 'string') show(data['html']);
  else answer(data);
});
