import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";
import type { Language } from "../../platform/errors.js";
import { html } from "../../platform/html.js";
import { addVary } from "./vary.js";

/** The content security policy: the page's own style, by its hash; no script, nothing from any host. */
function contentPolicy(page: string): string {
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = ""]) => {
    return `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
  });
  const styleSource = styles.length > 0 ? [`style-src ${styles.join(" ")}`] : [];
  return [
    "default-src 'none'",
    ...styleSource,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Sends a page with the headers that every page has. */
export function sendPage(reply: FastifyReply, page: string, language: Language): FastifyReply {
  addVary(reply);
  return reply
    .header("content-type", "text/html; charset=utf-8")
    .header("content-language", language)
    .header("content-security-policy", contentPolicy(page))
    .send(page);
}

/** The page that shows a refusal. */
export const refusalPage = (status: number, message: string, language: Language): string =>
  html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Rembuk</title></head>
<body><main><h1>${status}</h1><p>${message}</p><p><a href="/">Rembuk</a></p></main></body>
</html>
`.text;
