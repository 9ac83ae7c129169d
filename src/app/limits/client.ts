import ipaddr from "ipaddr.js";
import type { Viewer } from "../../access/index.js";
import type { Client } from "../port.js";

/** The client whose request came from `address`; `holder` of a verified viewer. */
export const clientOf = (address: string, { holder }: Pick<Viewer, "holder">): Client => ({
  key: holder === undefined ? `address ${address}` : `holder ${holder}`,
  address,
  isVisitor: holder === undefined,
});

const plainIpv4 = /^\d+\.\d+\.\d+\.\d+$/;

/** An address with a port, as some proxies write it. */
const withPort = /^(?:([\d.]+)|\[(.+)\]):\d+$/;

/** The network address of a client that is not known by one; all these are one client. */
const unknown = "unknown";

/**
 * The network address that limits count: an IPv4 address, or the first 64 bits of an IPv6 address, as
 * one household or server has all addresses behind them. The port that some proxies add is no part of
 * it, and whatever is no address counts as one client: neither gives a client a new identity.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return unknown;
  if (plainIpv4.test(address)) return address;
  const [, ipv4, ipv6] = withPort.exec(address) ?? [];
  const bare = ipv4 ?? ipv6 ?? address;
  if (!ipaddr.isValid(bare)) return unknown;
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const network = [...parsed.toByteArray().slice(0, 8), ...Array<number>(8).fill(0)];
  return `${ipaddr.fromByteArray(network)}/64`;
}
