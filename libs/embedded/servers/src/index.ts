export { addressesOf, variables, type Addresses } from './addresses.js';
export { runningServers, startServers, type RunningServers, type StartOptions } from './start.js';
