import { type Called, calledSchema, type Edit, type Move, type News, newsSchema } from '../wire.ts';
import type { movingOn } from './moving.ts';

/** The sheet in front, and the line somebody stands in. */
export type Place = { readonly active?: string; readonly row?: number };

type Told = {
  readonly moving: ReturnType<typeof movingOn>;
  readonly tell: (news: News) => void;
  readonly failed: (words: string) => void;
};

/** It answered, and did not take it. */
const refusalWords = (status: number) =>
  status === 413
    ? '一度に保存できる量を超えました。打った内容はこの画面に残っています。何回かに分けて貼り付けてください。'
    : 'つどいが受け取れませんでした。打った内容はこの画面に残っています。別の場所に写してから、表計算の画面を開き直してください。';

/** What this page asks of the machine it came from. Every answer brings what changed since the last one; false when none came. */
export function serverOf(town: string, { moving, tell, failed }: Told) {
  async function asked(path: string, said?: object, arrived?: (news: News) => void): Promise<boolean> {
    try {
      const ask = said === undefined ? {} : post({ ...said, ...moving.seen() });
      const response = await fetch(`/sheet/${town}/${path}`, ask);
      if (!response.ok) {
        failed(refusalWords(response.status));
        return false;
      }
      const news = newsSchema.parse(await response.json());
      arrived?.(news);
      tell(moving.current(news));
      return true;
    } catch (error) {
      failed('この機械の つどい から答えがありません。打った内容はこの画面に残っていて、答えが戻りしだい送ります。');
      console.error(error);
      return false;
    }
  }
  return {
    news: () => asked(`news?${new URLSearchParams(moving.seen()).toString()}`),
    send: (edits: readonly Edit[], arrived: () => void) => asked('edit', { edits }, arrived),
    sendMove: (move: Move) =>
      asked('move', { move }, (news) => {
        moving.arrived(move.id, news);
      }),
    run: (entry: string, place: Place) => asked('run', { entry, ...place }),
    /** google.script.run of the sidebar; what goes wrong on the way is a failure, too. */
    async call(entry: string, args: readonly unknown[], place: Place): Promise<Called> {
      try {
        const response = await fetch(
          `/sheet/${town}/call`,
          post({ entry, args, ...place, order: moving.seen().order }),
        );
        return response.ok ? calledSchema.parse(await response.json()) : { failed: said(response.status) };
      } catch (error) {
        return { failed: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** What Google says where nobody is signed in, and where somebody else is. */
function said(status: number): string {
  if (status === 401) return 'Authorization is required to perform that action.';
  return status === 403 ? 'PERMISSION_DENIED' : String(status);
}

function post(said: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) };
}
