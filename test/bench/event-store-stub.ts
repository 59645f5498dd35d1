import { Server, ServerCredentials } from '@grpc/grpc-js';
import { method, type BidiCall } from '../../libs/embedded/event-store/src/service/calls.js';
import { Outlet } from '../../libs/embedded/event-store/src/service/outlet.js';
import { supportedMethods } from '../../libs/embedded/event-store/src/service/server-features.js';
import { readBatchChunk } from '../../libs/embedded/event-store/src/wire/append-requests.js';
import { batchResponse } from '../../libs/embedded/event-store/src/wire/append-responses.js';
import { readReadRequest } from '../../libs/embedded/event-store/src/wire/read-requests.js';
import { recordBound, writeRecord } from '../../libs/embedded/event-store/src/wire/recorded-event.js';
import { benchEvent } from './event-store-event.js';

/** The ceiling of the client: acknowledges appends without storing them, streams one event that was encoded beforehand. */
const PATH = '/event_store.client.streams.Streams';
const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });

const { event, stream } = benchEvent(0);
const buffer = Buffer.alloc(recordBound(event, stream) + 4);
const created = `${Date.now()}0000`;
const encoded = buffer.subarray(
  4,
  writeRecord(buffer, 0, event, { stream, revision: 123, position: 123_456_789, created }),
);

server.addService(
  { read: method(`${PATH}/Read`, false, true), batchAppend: method(`${PATH}/BatchAppend`, true, true) },
  {
    read: (call: ConstructorParameters<typeof Outlet>[0] & { request: Buffer }) => {
      const out = new Outlet(call);
      const { count = 0 } = readReadRequest(call.request);
      const messages = Array.from({ length: 100 }, () => encoded);
      void (async () => {
        for (let sent = 0; sent < count && !out.signal.aborted; sent += messages.length) await out.sendAll(messages);
        call.end();
      })();
    },
    batchAppend: (call: BidiCall) => {
      call.on('data', (bytes: Buffer) => {
        const { correlation, target } = readBatchChunk(bytes);
        if (!target || target instanceof Error) return;
        call.write(batchResponse(correlation, target.stream, target.expected, { revision: 1, position: 1 }));
      });
      call.on('end', () => call.end());
    },
  },
);
server.addService(
  { get: method('/event_store.client.server_features.ServerFeatures/GetSupportedMethods', false, false) },
  { get: (_: unknown, callback: (error: null, value: Buffer) => void) => callback(null, supportedMethods()) },
);
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.stdout.write(`${JSON.stringify({ listening: `127.0.0.1:${port}` })}\n`);
});
process.stdin.on('end', () => process.exit(0)).resume();
