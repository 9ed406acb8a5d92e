import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

const declarations = createRequire(import.meta.url).resolve('googleapis/build/src/apis/sheets/v4.d.ts');

/** Source of zod schemas for what Google's client calls `Schema$…`, from its types; each after those it is made of. */
export function googleSchemas(names: readonly string[]): string {
  const text = readFileSync(declarations, 'utf8');
  const parsed = ts.createSourceFile('v4.d.ts', text, ts.ScriptTarget.Latest, true);
  const found = new Map<string, ts.InterfaceDeclaration>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) found.set(node.name.text, node);
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return names.map((name) => schemaOf(name, found.get(`Schema$${name}`))).join('\n\n');
}

function schemaOf(name: string, declared: ts.InterfaceDeclaration | undefined): string {
  if (declared === undefined) throw new Error(`the types of googleapis know no Schema$${name}`);
  const fields = declared.members.filter(ts.isPropertySignature).map(fieldOf);
  return `export const ${constOf(name)} = z.strictObject({ ${fields.join(', ')} });`;
}

function fieldOf(member: ts.PropertySignature): string {
  const said = (member.type?.getText() ?? 'any').split(' | ');
  const kinds = said.filter((one) => one !== 'null').map(kindOf);
  const kind = kinds.length === 1 ? kinds[0] : `z.union([${kinds.join(', ')}])`;
  return `${member.name.getText()}: ${kind ?? ''}.${said.includes('null') ? 'nullish' : 'optional'}()`;
}

function kindOf(type: string): string {
  if (type.endsWith('[]')) return `z.array(${kindOf(type.slice(0, -2))})`;
  if (type === 'any') return 'z.unknown()';
  return type.startsWith('Schema$') ? constOf(type.slice('Schema$'.length)) : `z.${type}()`;
}

const constOf = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
