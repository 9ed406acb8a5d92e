/** What goes between the sidebar and the add-on's functions: plain values only, as google.script.run asks for. */

/** A page of the office, or one of its forms filled in (`POST /v1/sidebar`). */
export type Asked = { readonly path: string; readonly form?: string; readonly style?: boolean };

/** The answer as the server wrote it, or why there is none; and whose Google account asked. */
export type Answered =
  | { readonly ok: true; readonly text: string; readonly by: string }
  | {
      readonly ok: false;
      readonly why: string;
      readonly by: string;
      /** The server says so itself: nothing was done. */
      readonly refused?: true;
    };

/** The row a clerk stands in, and what it is about. */
export type Selected = {
  readonly tab: string;
  readonly row: number;
  readonly cases: readonly string[];
  readonly meeting: string;
  readonly consultation: string;
};

/** A row that somebody else changed, too. */
export type Conflict = {
  readonly tab: string;
  readonly row: number;
  /** 行ID: where the row stands may change while somebody reads. */
  readonly id: string;
  readonly name: string;
  readonly why: string;
};
