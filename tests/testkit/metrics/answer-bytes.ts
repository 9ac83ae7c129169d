/** The bytes of answers over HTTP as a hub's metrics count them: of one path, or of all. */
export async function answerBytes(metricsUrl: string, path = "\\w+"): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  const labels = `\\{transport="http",path="${path}"\\}`;
  const counts = text.matchAll(new RegExp(`^rembuk_answer_bytes_total${labels} (\\d+)$`, "gm"));
  return [...counts].reduce((sum, [, bytes]) => sum + Number(bytes), 0);
}
