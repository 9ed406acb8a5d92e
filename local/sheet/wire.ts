import * as z from 'zod';

/** More than a town types in years, and as many letters as a cell at Google holds: one slip must not fill the memory for good. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;
const MOST_LETTERS = 50_000;

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
export const editsSchema = z.object({ since: z.string(), edits: z.array(editSchema) });
/** Where somebody stands: the sheet in front, and the line in it. */
const placeSchema = { active: z.string().optional(), row: rowField.optional() };
export const runSchema = z.object({ since: z.string(), entry: z.string(), ...placeSchema });
/** `google.script.run`: a function of the add-on, with plain values. */
export const callSchema = z.object({ entry: z.string(), args: z.array(z.unknown()), ...placeSchema });
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
  shape: z.object({ sheets: z.array(shapeSchema), active: z.string() }).optional(),
  lines: z.array(lineSchema),
  toasts: z.array(z.string()).default([]),
  /** A sidebar to show. */
  sidebar: z.object({ title: z.string(), html: z.string() }).optional(),
  menu: z.array(z.object({ label: z.string(), calls: z.string() })).optional(),
});
export type News = z.infer<typeof newsSchema>;
