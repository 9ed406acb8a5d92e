import { make, makeButton } from './elements.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A long form of the office, taken in steps: its parts with `data-step` are shown one by one. Nothing is lost on the way back. */
export function takeSteps(main: HTMLElement): void {
  for (const form of main.querySelectorAll('form')) {
    const steps = [...form.querySelectorAll<HTMLElement>('[data-step]')];
    if (steps.length > 1) walk(form, steps);
  }
}

function walk(form: HTMLFormElement, steps: readonly HTMLElement[]): void {
  const send = form.querySelector<HTMLElement>(':scope > p.row:last-of-type');
  const title = make('h3', 'step-title');
  title.tabIndex = -1;
  const ways = make('p', 'row step-ways');
  // What a hidden step lacks, the browser could point at nobody: each step is looked at when it is left.
  form.noValidate = true;
  steps[0]?.before(title);
  (send ?? form.lastElementChild)?.before(ways);

  const show = (at: number, moved = true): void => {
    steps.forEach((step, index) => (step.hidden = index !== at));
    title.textContent = `${String(at + 1)}／${String(steps.length)} ${steps[at]?.dataset['step'] ?? ''}`;
    const last = at === steps.length - 1;
    if (send !== null) send.hidden = !last;
    const onward = makeButton('次へ', () => {
      if (isFilledIn(steps[at])) show(at + 1);
    });
    const back = makeButton(
      '戻る',
      () => {
        show(at - 1);
      },
      'button-line',
    );
    ways.replaceChildren(...(at > 0 ? [back] : []), ...(last ? [] : [onward]));
    if (moved) title.focus();
  };
  form.addEventListener('wanted', (event) => {
    const at = steps.findIndex((step) => event.target instanceof Node && step.contains(event.target));
    if (at >= 0) show(at, false);
  });
  // Enter in a field goes on, as long as there is a next step.
  form.addEventListener('keydown', (event) => {
    const inField = event.target instanceof HTMLInputElement && !event.isComposing;
    const at = steps.findIndex((step) => !step.hidden);
    if (event.key !== 'Enter' || !inField || at === steps.length - 1) return;
    event.preventDefault();
    if (isFilledIn(steps[at])) show(at + 1);
  });
  const wrong = steps.findIndex((step) => step.querySelector('[aria-invalid]') !== null);
  show(Math.max(0, wrong), false);
}

/** Points at the first field of a step that lacks something. */
function isFilledIn(step: HTMLElement | undefined): boolean {
  const controls = step?.querySelectorAll<Control>('input, select, textarea') ?? [];
  return [...controls].every((control) => control.reportValidity());
}
