import { signIn } from '../core/access/who-signs-in.ts';
import type { Deps } from '../core/commands/command.ts';
import type { IdTokens } from '../core/ports.ts';
import type { HttpHandler, HttpRequest } from './http.ts';
import { refusalResponse } from './refusals.ts';

type Register = Pick<Deps, 'store' | 'prefecture'> & { readonly idTokens: IdTokens };

/** The doors of a sheet. What a browser opens is asked for elsewhere. */
export function isSheetDoor(path: string): boolean {
  return path.startsWith('/v1/');
}

/** Which account the sheet is open as, where the add-on says so. */
const OPENED_AS = 'x-tsudoi-account';

/**
 * At the doors of a sheet, asks Google's token who it is; refused, nothing behind the door hears of the request. Whoever is known already, and
 * all other doors, pass.
 */
export function withSignIn(deps: Register, handle: HttpHandler): HttpHandler {
  return async (request) => {
    if (request.actor !== undefined || !isSheetDoor(request.path)) return handle(request);
    const opened = headerOf(request, OPENED_AS);
    const signed = await signIn(deps, bearerIn(headerOf(request, 'authorization')), opened);
    return signed.ok ? handle({ ...request, actor: signed.value }) : refusalResponse(signed.error);
  };
}

/** Header names come in any case; an empty one says nothing. */
function headerOf({ headers }: HttpRequest, name: string): string | undefined {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return value === undefined || value === '' ? undefined : value;
}

function bearerIn(header: string | undefined): string | undefined {
  return /^Bearer +(?<token>\S+)$/i.exec(header ?? '')?.groups?.['token'];
}
