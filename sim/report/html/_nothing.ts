/** What stands in place of figures that have nothing to show, as nobody was ill or moved. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { isWithoutInfections } from "../method/mod.ts";
import { both, type Markup, markup } from "./_markup.ts";

const NOTHING = both(
  "These results hold nothing to draw here.",
  "本结果中无可绘制的数据。",
);

const sentence = (text: Markup): Markup => markup`<p class="meta">${text}</p>`;

/** Where the figures of transfers would stand. */
export function noTransfers(set: ResultSet): Markup {
  return sentence(
    isWithoutInfections(set)
      ? both(
        "Nobody is infected in these scenarios, so that no case was transferred and there is no delay to show.",
        "这些方案中无人感染，没有病例需要转运，因此无延迟可示。",
      )
      : NOTHING,
  );
}

/** Where the figure of deaths and recovery would stand. */
export function noPatients(set: ResultSet): Markup {
  return sentence(
    isWithoutInfections(set)
      ? both(
        "Nobody is infected in these scenarios, so that nobody fell ill with COVID-19, recovered or died of it.",
        "这些方案中无人感染，没有人因新冠患病、康复或死亡。",
      )
      : NOTHING,
  );
}
