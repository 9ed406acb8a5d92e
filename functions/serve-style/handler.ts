import { answerHeaders, type HttpHandler } from '../http.ts';
import { style } from '../page/style.ts';

/** The style sheet holds nothing personal, so a browser may keep it for a while. */
export function createHandler(): HttpHandler {
  return async () => ({
    status: 200,
    headers: {
      ...answerHeaders,
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=300',
    },
    body: style,
  });
}
