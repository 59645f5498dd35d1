import { position } from './append-responses.js';
import { bytesField, varintField } from './protobuf.js';
import { recordedEventOf } from './recorded-event.js';

/** The messages of `ReadResp` other than plain events, which lie ready in the log. */
export const readResponses = {
  confirmation: (subscription: string) => bytesField(2, bytesField(1, subscription)),
  checkpoint: (at: number) => bytesField(3, position(at)),
  streamNotFound: (stream: string) => bytesField(4, bytesField(1, bytesField(3, stream))),
  caughtUp: () => bytesField(8, ''),
  /** A link with its target, or alone if the target cannot be read. */
  resolved: (link: Buffer, linkPosition: number, target: Buffer | undefined) =>
    bytesField(
      1,
      target ? bytesField(1, recordedEventOf(target)) : '',
      bytesField(2, recordedEventOf(link)),
      varintField(3, linkPosition),
    ),
};
