import dns from 'node:dns';

/**
 * Loaded before a command that is run against the emulator: names under `.localhost` are this machine, as RFC 6761,
 * section 6.3, has it. Node.js leaves that to the system, and not every system knows.
 */
const { lookup } = dns;
dns.lookup = ((name: string, ...rest: unknown[]) =>
  Reflect.apply(lookup, dns, [
    name.endsWith('.localhost') ? '127.0.0.1' : name,
    ...rest,
  ])) as typeof lookup;
