import { answerHeaders, type HttpResponse } from '../http.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to be saved: never shown in the page's own place, and kept by nobody on the way. */
export function fileAnswer(name: string, bytes: Uint8Array): HttpResponse {
  return {
    status: 200,
    headers: {
      ...answerHeaders,
      'content-type': XLSX,
      'content-disposition': `attachment; filename="tsudoi.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    body: '',
    bytes,
  };
}
