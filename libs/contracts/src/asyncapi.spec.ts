import { Parser } from '@asyncapi/parser';
import { asyncApi } from './asyncapi.js';
import { PUBLIC_NAMES } from './contract.js';

describe('the AsyncAPI document', () => {
  it('passes the parser of AsyncAPI, and has every event in each channel', async () => {
    const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApi()));
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    const channels = document!.channels().all();
    expect(channels.map((channel) => channel.messages().all().length)).toEqual(channels.map(() => PUBLIC_NAMES.length));
    expect(channels).toHaveLength(3);
  }, 60_000);
});
