import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './interface.js';

/** A public event on its way; by its `type` the compiler knows its data. */
export type PublicEvent = components['schemas']['PublicEvent'];

/** Every address of the interface, with what it takes. */
export type Taizhang = Client<paths>;

/** A client of the ledger at an address such as https://ledger.example; the token is asked for anew at each request. */
export function taizhang(url: string, token: () => string | Promise<string>): Taizhang {
  const client = createClient<paths>({ baseUrl: url });
  client.use({
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${await token()}`);
      return request;
    },
  });
  return client;
}
