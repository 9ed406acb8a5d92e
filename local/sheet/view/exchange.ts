import { type Called, calledSchema, type Edit, type News, newsSchema } from '../wire.ts';

/** The sheet in front, and the line somebody stands in. */
export type Place = { readonly active?: string; readonly row?: number };

/** What this page asks of the machine it came from. Every answer brings what changed since the last one; false when none came. */
export function serverOf(town: string, tell: (news: News) => void, failed: (words: string) => void) {
  let since = '';

  async function asked(path: string, said?: object, arrived?: () => void): Promise<boolean> {
    try {
      const response = await fetch(`/sheet/${town}/${path}`, said === undefined ? {} : post({ ...said, since }));
      if (!response.ok) throw new Error(String(response.status));
      const news = newsSchema.parse(await response.json());
      since = news.until;
      arrived?.();
      tell(news);
      return true;
    } catch (error) {
      failed('この機械の つどい から答えがありません。打った内容はこの画面に残っていて、答えが戻りしだい送ります。');
      console.error(error);
      return false;
    }
  }
  return {
    news: () => asked(`news?since=${encodeURIComponent(since)}`),
    send: (edits: readonly Edit[], arrived: () => void) => asked('edit', { edits }, arrived),
    run: (entry: string, place: Place) => asked('run', { entry, ...place }),
    /** google.script.run of the sidebar; what goes wrong on the way is a failure, too. */
    async call(entry: string, args: readonly unknown[], place: Place): Promise<Called> {
      try {
        const response = await fetch(`/sheet/${town}/call`, post({ entry, args, ...place }));
        return response.ok ? calledSchema.parse(await response.json()) : { failed: String(response.status) };
      } catch (error) {
        return { failed: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

function post(said: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) };
}
