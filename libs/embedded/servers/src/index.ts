export { addressesOf, variables, type Addresses, type EventStoreAddresses } from './addresses.js';
export { runningServers, startServers, type RunningServers, type StartOptions } from './start.js';
export { privatePython } from './python.js';
