import * as z from 'zod';

/** More than a town types in years, and as many letters as a cell at Google holds: one slip must not fill the memory for good. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;
export const MOST_LETTERS = 50_000;

/** What goes between the spreadsheet's page and this machine. Lines and columns are counted from 1. */
const rowField = z.number().int().min(1).max(MOST_ROWS);
const textField = z.string().max(MOST_LETTERS);
const lineSchema = z.object({ sheet: z.string(), row: rowField, texts: z.array(z.string()).readonly() });
export type Line = z.infer<typeof lineSchema>;

/** Cells of a line somebody typed in; null where nobody did: two people who type beside each other both keep what they typed. */
const editSchema = z.object({
  sheet: z.string(),
  row: rowField,
  texts: z.array(textField.nullable()).max(MOST_COLUMNS).readonly(),
});
export type Edit = z.infer<typeof editSchema>;
/** What a page has seen: the lines up to a moment, and how many moves of lines; its rows are counted as they stood after those. */
const seenSchema = { since: z.string(), order: z.string().default('') };
export const editsSchema = z.object({ ...seenSchema, edits: z.array(editSchema) });
/**
 * Lines of a sheet that were put in, taken out or put in another order, each whole, with its 行ID and whatever つどい wrote beside it: from
 * line `at` on, `away` lines are gone, and these stand there instead, by the lines they were before; 0 for a new one.
 */
const moveSchema = z
  .object({
    /** The same move that comes again is done once. */
    id: z.string().min(1).max(50),
    sheet: z.string(),
    at: rowField,
    away: z.number().int().min(0).max(MOST_ROWS),
    put: z
      .array(rowField.or(z.literal(0)))
      .max(MOST_ROWS)
      .readonly(),
  })
  .refine(({ at, away, put }) => {
    const old = put.filter((row) => row > 0);
    return new Set(old).size === old.length && old.every((row) => row >= at && row < at + away);
  }, 'a line cannot stand in two places');
export type Move = z.infer<typeof moveSchema>;
export const movesSchema = z.object({ ...seenSchema, move: moveSchema });
/** Where somebody stands: the sheet in front, and the line in it. */
const placeSchema = { active: z.string().optional(), row: rowField.optional() };
export const runSchema = z.object({ ...seenSchema, entry: z.string(), ...placeSchema });
/** `google.script.run`: a function of the add-on, with plain values. */
export const callSchema = z.object({
  order: seenSchema.order,
  entry: z.string(),
  args: z.array(z.unknown()),
  ...placeSchema,
});
/** What it answered, as JSON; else what it threw. */
export const calledSchema = z.union([z.object({ returned: z.string() }), z.object({ failed: z.string() })]);
export type Called = z.infer<typeof calledSchema>;

const shapeSchema = z.object({
  name: z.string(),
  height: z.number(),
  width: z.number(),
  frozenRows: z.number(),
  text: z.array(z.number()),
  hidden: z.array(z.number()),
  guarded: z.array(z.number()),
  grounds: z.record(z.string(), z.string()),
  notes: z.record(z.string(), z.string()),
  widths: z.record(z.string(), z.number()),
  choices: z.record(z.string(), z.array(z.string())),
  colours: z.array(z.object({ column: z.number(), word: z.string(), colour: z.string() })),
  charts: z.array(
    z.object({
      title: z.string(),
      area: z.object({ row: z.number(), column: z.number(), rows: z.number(), columns: z.number() }),
    }),
  ),
});
export type SheetShape = z.infer<typeof shapeSchema>;

/** What changed since a moment; everything, with all shapes, for who comes new. */
export const newsSchema = z.object({
  /** To ask for what changed after this. */
  until: z.string(),
  /** How many moves of lines there were until then, to ask for those after; and those the page had not seen. */
  order: z.string(),
  moves: z.array(moveSchema),
  shape: z.object({ sheets: z.array(shapeSchema), active: z.string() }).optional(),
  lines: z.array(lineSchema),
  toasts: z.array(z.string()).default([]),
  /** A sidebar to show. */
  sidebar: z.object({ title: z.string(), html: z.string() }).optional(),
  menu: z.array(z.object({ label: z.string(), calls: z.string() })).optional(),
});
export type News = z.infer<typeof newsSchema>;
