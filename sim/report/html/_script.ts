/** What the report does in the browser: draws its figures, switches its language, prints. */

/** Script of the page; plain JavaScript, since nothing compiles it. */
export const PAGE_SCRIPT = `
"use strict";
(() => {
  const root = document.documentElement;
  const { lists, figures } = JSON.parse(document.getElementById("figures").textContent);
  const titles = JSON.parse(document.getElementById("titles").textContent);
  const plots = [...document.querySelectorAll(".drawing")];
  const narrow = matchMedia("(max-width: 600px)");
  const coarse = matchMedia("(pointer: coarse)");

  function fit(plot) {
    for (const svg of plot.querySelectorAll("svg.main-svg")) {
      const width = svg.getAttribute("width"), height = svg.getAttribute("height");
      if (width && height) svg.setAttribute("viewBox", "0 0 " + width + " " + height);
      plot.style.setProperty("--ratio", width + " / " + height);
    }
  }

  async function draw(plot) {
    const stored = figures[plot.dataset.figure][root.lang];
    const data = stored.data.map((trace) => Object.fromEntries(
      Object.entries(trace).map(([key, value]) => [key, value?.list === undefined ? value : lists[value.list]])
    ));
    const figure = structuredClone({ data, layout: stored.layout });
    plot.setAttribute("aria-label", figure.layout.meta.description);
    if (narrow.matches) {
      figure.layout.font.size = 11;
      figure.layout.margin.l = Math.min(figure.layout.margin.l, 44);
      figure.layout.margin.r = 8;
    }
    if (coarse.matches) figure.layout.dragmode = false;
    await Plotly.react(plot, figure.data, figure.layout, {
      responsive: true,
      displaylogo: false,
      displayModeBar: narrow.matches ? false : "hover",
      modeBarButtonsToRemove: ["sendChartToCloud", "select2d", "lasso2d", "autoScale2d"],
    });
    fit(plot);
    if (!plot.dataset.drawn) plot.on("plotly_afterplot", () => fit(plot));
    plot.dataset.drawn = root.lang;
  }

  const breath = () => new Promise((resolve) => setTimeout(resolve));
  let turn = 0;

  // Between two figures the page is free: it can be read and scrolled while the rest is drawn.
  async function show(lang) {
    const mine = ++turn;
    root.lang = lang;
    document.title = titles[lang];
    for (const button of document.querySelectorAll("button[data-lang]")) {
      button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
    }
    for (const plot of plots) {
      await draw(plot);
      await breath();
      if (mine !== turn) return;
    }
    root.dataset.ready = lang;
  }

  for (const button of document.querySelectorAll("button[data-lang]")) {
    button.addEventListener("click", () => show(button.dataset.lang));
  }
  narrow.addEventListener("change", () => show(root.lang));
  show(root.lang);
})();
`;
