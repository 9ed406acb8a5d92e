import type { Town } from '../../core/access/model.ts';

/** `/office/{town}/…`, for a link. */
export function pathOf({ town }: { readonly town: Pick<Town, 'id'> }, ...rest: readonly string[]): string {
  return ['/office', town.id, ...rest.map((part) => encodeURIComponent(part))].join('/');
}
