import type { Deps } from '../core/commands/command.ts';
import type { CalendarFile, IdTokens, Spreadsheets } from '../core/ports.ts';
import type { DeliveryDeps } from '../core/commands/outbox/deliver.ts';
import { createHandler as acceptRows } from '../functions/accept-rows/handler.ts';
import { createHandler as answerInvitation } from '../functions/answer-invitation/handler.ts';
import { createHandler as dispatchOutbox } from '../functions/dispatch-outbox/handler.ts';
import { createHandler as lookAhead } from '../functions/look-ahead/handler.ts';
import { createHandler as openWait } from '../functions/open-wait/handler.ts';
import { createHandler as pushSheets } from '../functions/push-sheets/handler.ts';
import { createHandler as receiveMail } from '../functions/receive-mail/handler.ts';
import { createHandler as receiveMailEvent } from '../functions/receive-mail-event/handler.ts';
import type { FunctionName } from '../functions/registry.ts';
import { createHandler as serveStyle } from '../functions/serve-style/handler.ts';
import { createHandler as showStatus } from '../functions/show-status/handler.ts';
import { withSignIn } from '../functions/sign-in.ts';
import { createHandler as takeStep } from '../functions/take-step/handler.ts';
import { createHandler as workOffice } from '../functions/work-office/handler.ts';
import { withAccounts } from './google/accounts.ts';

type Outward = { readonly calendarFile: CalendarFile; readonly idTokens: IdTokens };
type Pushing = { readonly spreadsheets: Spreadsheets; readonly pause: (milliseconds: number) => Promise<void> };
export type Handlers = ReturnType<typeof createHandlers>;

/** The same handlers the Lambdas run. A registered function with no entry here does not compile. */
export function createHandlers(deps: Deps & DeliveryDeps & Outward & Pushing) {
  const register = { ...deps, store: withAccounts(deps.store) };
  return {
    'accept-rows': withSignIn(register, acceptRows(deps)),
    'work-office': withSignIn(register, workOffice(deps)),
    'answer-invitation': answerInvitation(deps),
    'show-status': showStatus(deps),
    'serve-style': serveStyle(),
    'open-wait': openWait(deps),
    'look-ahead': lookAhead(deps),
    'take-step': takeStep(deps),
    'dispatch-outbox': dispatchOutbox(deps),
    'push-sheets': pushSheets(deps),
    'receive-mail': receiveMail(deps),
    'receive-mail-event': receiveMailEvent(deps),
  } satisfies Record<FunctionName, unknown>;
}
