import { bytesField, varintField } from '../wire/protobuf.js';

const LEADER = 8;
const TICKS_AT_UNIX_EPOCH = 621_355_968_000_000_000n;

/** `ClusterInfo` with this node as its only member, alive and leading, reachable at the advertised address. */
export function clusterInfo(instance: string, host: string, port: number): Buffer {
  const ticks = TICKS_AT_UNIX_EPOCH + BigInt(Date.now()) * 10_000n;
  return bytesField(
    1,
    bytesField(1, bytesField(2, instance)),
    varintField(2, ticks),
    varintField(3, LEADER),
    varintField(4, 1),
    bytesField(5, bytesField(1, host), varintField(2, port)),
  );
}
