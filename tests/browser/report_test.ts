/**
 * The report in a real browser: from a file, without a network, on a desk, a phone and paper.
 *
 * GRIDCARE_SHOTS names a folder that then gets a picture of each.
 */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { toFileUrl } from "@std/path";
import type { Browser, Page } from "playwright-core";
import { reportHtml } from "../../sim/report/mod.ts";
import { openBrowser } from "../support/browser.ts";
import { syntheticResultSet } from "../support/result_set.ts";

interface Opened {
  readonly page: Page;
  readonly complaints: string[];
  readonly requests: string[];
}

async function open(browser: Browser, path: string, width: number): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    offline: true,
    isMobile: width < 600,
    hasTouch: width < 600,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(toFileUrl(path).href);
  await page.waitForSelector("html[data-ready]", { timeout: 30_000 });
  return { page, complaints, requests };
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = Deno.env.get("GRIDCARE_SHOTS") ?? "";
  if (folder === "") return;
  await Deno.mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Widest extent of the page beyond its window [px]. */
async function overflow(page: Page): Promise<number> {
  return await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
}

Deno.test("the report opens from a file, offline, on a desk, a phone and paper", async (t) => {
  const path = await Deno.makeTempFile({ prefix: "gridcare-", suffix: ".html" });
  await Deno.writeTextFile(path, reportHtml(syntheticResultSet()));
  const browser = await openBrowser();
  try {
    await t.step("every figure is drawn, nothing is asked for, nothing complains", async () => {
      const { page, complaints, requests } = await open(browser, path, 1280);
      const plots = await page.locator(".drawing").count();
      assertEquals(plots, 14 + 2 + 4);
      assertEquals(
        await page.locator(".drawing[data-drawn=en]:has(svg.main-svg)").count(),
        plots,
      );
      assertEquals(
        await page.locator(".drawing[data-figure=beds] .scatterlayer path.js-line").count(),
        24,
      );
      assertEquals(await page.locator(".drawing[data-figure=parts] .bars .point path").count(), 20);
      assertEquals(await page.locator(".drawing[data-figure=facilities] .hm image").count(), 4);
      assertEquals(await page.locator(".drawing[data-figure=map-0] .points path").count(), 62 * 6);
      assertEquals(requests, [toFileUrl(path).href]);
      assertEquals(complaints, []);
      assertEquals(await overflow(page), 0);
      await picture(page, "desk-en");
      await page.context().close();
    });

    await t.step("hatched bars keep their colour below the hatching", async () => {
      const { page } = await open(browser, path, 1280);
      const fills = await page.locator(".drawing[data-figure=parts] defs pattern rect").evaluateAll(
        (grounds) => grounds.map((ground) => getComputedStyle(ground).fill),
      );
      for (const colour of ["rgb(213, 94, 0)", "rgb(230, 159, 0)", "rgb(0, 158, 115)"]) {
        assertEquals(fills.includes(colour), true);
      }
      await page.context().close();
    });

    await t.step("the switch changes every text and label to Chinese and back", async () => {
      const { page, complaints } = await open(browser, path, 1280);
      const label = (): Promise<string | null> =>
        page.locator(".drawing[data-figure=beds]").getAttribute("aria-label");
      assertStringIncludes(await label() ?? "", "Bed occupancy by ward type");
      await page.getByRole("button", { name: "中文" }).press("Enter");
      await page.waitForSelector("html[data-ready=zh]");
      assertStringIncludes(await label() ?? "", "各类床位使用率");
      assertStringIncludes(await page.title(), "合成城市");
      assertEquals(await page.locator("[lang=en]:visible").count(), 0);
      assertEquals(
        await page.getByRole("button", { name: "中文" }).getAttribute("aria-pressed"),
        "true",
      );
      await picture(page, "desk-zh");
      await page.getByRole("button", { name: "English" }).click();
      await page.waitForSelector("html[data-ready=en]");
      assertEquals(await page.locator("[lang=zh]:visible").count(), 0);
      assertEquals(complaints, []);
      await page.context().close();
    });

    await t.step(
      "at 390 px the page does not scroll sideways; wide tables do, by keyboard too",
      async () => {
        const { page, complaints } = await open(browser, path, 390);
        for (const lang of ["en", "zh"]) {
          await page.locator(`button[data-lang=${lang}]`).click();
          await page.waitForSelector(`html[data-ready=${lang}]`);
          assertEquals(await overflow(page), 0);
          await picture(page, `phone-${lang}`);
        }
        const table = page.locator(".scroll:has(#differences-caption)");
        assertEquals(await table.evaluate((box) => box.scrollWidth > box.clientWidth), true);
        assertEquals(await table.getAttribute("tabindex"), "0");
        const wide = page.locator("#figure-facilities .scroll");
        assertEquals(await wide.evaluate((box) => box.scrollWidth > box.clientWidth), true);
        assertEquals(await wide.getAttribute("tabindex"), "0");
        assertEquals(complaints, []);
        await page.context().close();
      },
    );

    // Planted: the modebar left within the drawing, columns of at least 7.5rem: red.
    await t.step("at 1300 px the weekly table fits, and no toolbar covers a figure", async () => {
      const { page } = await open(browser, path, 1300);
      for (const lang of ["en", "zh"]) {
        await page.locator(`button[data-lang=${lang}]`).click();
        await page.waitForSelector(`html[data-ready=${lang}]`);
        const table = page.locator(".scroll:has(#restoration-caption)");
        assertEquals(await table.evaluate((box) => box.scrollWidth - box.clientWidth), 0);
      }
      const plot = page.locator(".drawing[data-figure=beds]");
      await plot.hover();
      const [bar, drawing] = await Promise.all([
        plot.locator(".modebar").first().boundingBox(),
        plot.boundingBox(),
      ]);
      assertEquals(bar !== null && drawing !== null && bar.y + bar.height <= drawing.y, true);
      await page.context().close();
    });

    await t.step("on paper figures keep to the page", async () => {
      const { page } = await open(browser, path, 1280);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 680, height: 960 });
      assertEquals(await overflow(page), 0);
      assertEquals(await page.locator("nav").isVisible(), false);
      await page.context().close();
    });

    await t.step("a table has a caption, a plot a label, a button a state", async () => {
      const { page } = await open(browser, path, 1280);
      assertEquals(await page.locator("table:not(:has(caption))").count(), 0);
      assertEquals(await page.locator(".drawing:not([aria-label])").count(), 0);
      assertEquals(await page.locator("h1").count(), 1);
      assertEquals(await page.locator(".switch button:not([aria-pressed])").count(), 0);
      await page.context().close();
    });
  } finally {
    await browser.close();
    await Deno.remove(path);
  }
});
