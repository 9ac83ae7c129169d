import { badField } from "../../platform/errors.js";
import { bareHost, mayBePublic } from "../../platform/public-host.js";
import { webhookPort } from "./webhook-port.js";

const path = "input.address";

/** The address of a receiver; BAD_USER_INPUT for one that the hub may not call. */
export function checkedAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw badField(path, "must be an https address", "harus berupa alamat https");
  }
  if (url.username || url.password || url.hash) {
    throw badField(
      path,
      "must have no user, password or fragment",
      "tidak boleh memuat nama pengguna, kata sandi, atau fragmen",
    );
  }
  const host = bareHost(url.hostname);
  if (webhookPort().privateHosts.includes(host)) return url.href;
  if (url.protocol !== "https:") {
    throw badField(
      path,
      "must begin with https: the operator allows http only for hosts in WEBHOOK_PRIVATE_HOSTS",
      "harus diawali https: operator hanya mengizinkan http bagi host di WEBHOOK_PRIVATE_HOSTS",
    );
  }
  if (!mayBePublic(host)) {
    throw badField(
      path,
      "must be on the public internet: the operator allows other hosts in WEBHOOK_PRIVATE_HOSTS",
      "harus berada di internet publik: operator mengizinkan host lain di WEBHOOK_PRIVATE_HOSTS",
    );
  }
  return url.href;
}
