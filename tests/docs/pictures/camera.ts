import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** The most bytes of a picture: a page of the guides has ten. */
const mostBytes = 80 * 1024;

/** Takes pictures of pages for the guides, as WebP in a folder. */
export class Camera {
  constructor(private readonly folder: string) {}

  /** A picture of what the page shows in `box`, of the whole window without it; refused when it is large. */
  async take(page: Page, name: string, box?: string): Promise<void> {
    await page.evaluate("document.activeElement?.blur()");
    await page.mouse.move(0, 0);
    const png = box
      ? await page
          .locator(box)
          .locator("visible=true")
          .first()
          .screenshot({ animations: "disabled" })
      : await page.screenshot({ animations: "disabled" });
    const webp = await asWebp(page, png);
    if (webp.length > mostBytes) {
      throw new Error(`${name} has ${webp.length} bytes, more than ${mostBytes}: show less of it`);
    }
    await mkdir(this.folder, { recursive: true });
    await writeFile(join(this.folder, `${name}.webp`), webp);
    console.log(`${name}: ${Math.ceil(webp.length / 1024)} kB`);
  }
}

/** A picture in WebP, which the browser itself writes. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const text: string = await page.evaluate(`(async () => {
    const image = new Image();
    image.src = "data:image/png;base64,${png.toString("base64")}";
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.8).split(",")[1];
  })()`);
  return Buffer.from(text, "base64");
}
