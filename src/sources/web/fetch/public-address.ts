// Tells addresses of the public internet from all others: private, loopback, link-local, metadata, reserved and so on.
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/** Services of cloud providers at addresses that look public. Azure: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const CLOUD_SERVICES = new Set(['168.63.129.16']);
/** The only IPv6 addresses that are assigned to the public so far: https://www.iana.org/assignments/ipv6-address-space */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** Reaches IPv4 hosts from a network without IPv4: https://www.rfc-editor.org/rfc/rfc6052 */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** The fifth and sixth group of an address that contains an IPv4 address: https://www.rfc-editor.org/rfc/rfc5214#section-6.1 */
const ISATAP = new Set(['0:5efe', '200:5efe']);

/**
 * Whether an IP address belongs to a host on the public internet. IPv6 forms that contain an IPv4 address (mapped,
 * compatible, 6to4, Teredo, ISATAP) never do, except for NAT64 of a public one. Addresses of this machine don't either,
 * because its firewall may not protect it from itself.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (ownAddresses().has(parsed.toNormalizedString())) return false;
  return parsed instanceof ipaddr.IPv4 ? isPublicIPv4(parsed) : isPublicIPv6(parsed as ipaddr.IPv6);
}

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !CLOUD_SERVICES.has(address.toString());
}

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  if (address.match(NAT64)) return isPublicIPv4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  const [, , , , fifth = 0, sixth = 0] = address.parts;
  return (
    address.match(GLOBAL_UNICAST) &&
    address.range() === 'unicast' &&
    !ISATAP.has(`${fifth.toString(16)}:${sixth.toString(16)}`)
  );
}

function ownAddresses(): ReadonlySet<string> {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return new Set(
    addresses.flatMap(({ address }) =>
      ipaddr.isValid(address) ? ipaddr.parse(address).toNormalizedString() : [],
    ),
  );
}
