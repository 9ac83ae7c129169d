import ipaddr from "ipaddr.js";

// Which addresses on the network the hub may call for others: those of the public internet, and hosts that
// the operator lists. Anything else could reach services behind the hub that trust its network.

/** The host of a URL as a name or an address, without the brackets of IPv6 and a final dot. */
export const bareHost = (hostname: string): string =>
  hostname
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();

/**
 * True for an IP address of the public internet. An IPv4 address written as IPv6 counts as itself; those that
 * carry one within a tunnel or a translation (6to4, Teredo, NAT64) are not public.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== "unicast") return false;
  // Beyond 2000::/3 no unicast address of IPv6 is assigned, as those that hold an IPv4 address (::1.2.3.4).
  return address.kind() === "ipv4" || ((address.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}

/** True for an IP address, as the host of a URL writes it. */
export const isAddress = (host: string): boolean => ipaddr.isValid(host);

/** Names that never lead to the public internet (RFC 6761, RFC 8375, RFC 6762, ICANN's .internal). */
const privateName = /(?:^|\.)(?:localhost|local|internal|localdomain|lan|home\.arpa)$/;

/** True for a host that can be public: a name says so only once it is resolved. */
export const mayBePublic = (host: string): boolean =>
  isAddress(host) ? isPublicAddress(host) : host.includes(".") && !privateName.test(host);
