/** STRESS-DES, sections 5 and 6: implementation, code access. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { GuidelineItem } from "./_item.ts";
import type { Lang } from "./language.ts";
import { blank, codeMarkdown, plainMarkdown, say, tableMarkdown } from "./_markdown.ts";

const SECTION = { en: "5. Implementation", zh: "5. 实现" };

/** Items 5.1 to 6.1. */
export const IMPLEMENTATION: readonly GuidelineItem[] = [
  {
    number: "5.1",
    name: { en: "Software or programming language", zh: "软件或编程语言" },
    section: SECTION,
    text: software,
  },
  {
    number: "5.2",
    name: { en: "Random sampling", zh: "随机抽样" },
    section: SECTION,
    text: sampling,
  },
  {
    number: "5.3",
    name: { en: "Model execution", zh: "模型执行" },
    section: SECTION,
    text: (_, lang) => execution(lang),
  },
  {
    number: "5.4",
    name: { en: "System specification", zh: "系统配置" },
    section: SECTION,
    text: (_, lang) =>
      [
        say(
          lang,
          "When the run ended, how long it took and on how many worker threads stands in manifest.json under “clock”; results depend on neither the workers nor the clock. The version of Deno is part of what decides them, as its engine computes the mathematical functions: it stands under 5.1, and results of another version are kept apart in the store.",
          "运行结束时间、用时与线程数见manifest.json的“clock”；结果与线程数及时间无关。Deno版本是决定结果的因素之一（数学函数由其引擎计算），见5.1；不同版本的结果在存储中分开保存。",
        ),
        blank(lang, {
          en: "processor, memory and operating system of the machine",
          zh: "所用机器的处理器、内存与操作系统",
        }),
      ].join(" "),
  },
  {
    number: "6.1",
    name: { en: "Computer model sharing statement", zh: "模型共享声明" },
    section: { en: "6. Code access", zh: "6. 代码获取" },
    text: sharing,
  },
];

function software({ manifest }: ResultSet, lang: Lang): string {
  const program = plainMarkdown(manifest.program);
  const sources = codeMarkdown(manifest.sources);
  return say(
    lang,
    `${program}, written in TypeScript for Deno, with an event engine of its own and no simulation package. Digest of the model’s sources and version of Deno: ${sources}. Versions of the packages are pinned in deno.json and deno.lock of that version. Tests on one machine hold that one and two worker threads give the same bytes; other processors and operating systems were not compared.`,
    `${program}，以TypeScript编写，运行于Deno，自带事件引擎，未使用其他仿真软件包。模型源码摘要与Deno版本：${sources}。依赖包版本固定于该版本的deno.json与deno.lock。测试在同一台机器上验证一个与两个线程得到逐字节相同的结果；未比较其他处理器与操作系统。`,
  );
}

function sampling({ manifest }: ResultSet, lang: Lang): string {
  const seed = codeMarkdown(manifest.seed);
  return say(
    lang,
    `Seed ${seed}, expanded to a key for each replication. Draws about a person are keyed: u = f(key, person, decision, occurrence) by the counter-based generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, Proceedings of SC11, article 16), in whatever order they are asked for; draws without a person come from named streams of xoshiro128++ (Blackman and Vigna 2021, ACM Transactions on Mathematical Software 47(4), 36). Variates are made by inversion. So scenarios have common random numbers by construction: the same person has the same draws in all of them, and a change of rules or beds changes nobody else’s draws.`,
    `种子${seed}，为每次重复展开为密钥。与个人有关的抽样按键取值：u = f(密钥, 个人, 决定, 次序)，使用计数器型生成器Philox4x32-10（Salmon、Moraes、Dror与Shaw，2011，Proceedings of SC11，article 16），与调用次序无关；与个人无关者取自xoshiro128++的命名随机流（Blackman与Vigna，2021，ACM Transactions on Mathematical Software 47(4)，36）。变量以反演法产生。因此各方案天然使用公共随机数：同一人在各方案中抽样相同，规则或床位的改变不影响他人的抽样。`,
  );
}

function execution(lang: Lang): string {
  return say(
    lang,
    "Event scheduling with handlers over one calendar. Events of one instant happen by a ladder: capacity, release, vehicle, end of stay, decision, seize, start of stay, statistics; then in the order in which they were scheduled. Rules of priority for beds, vehicles and clinics stand under 2.5.4. Replications run in parallel worker threads of one machine, each replication in one of them; none shares state with another, so there is no time management between them and results do not depend on the number of workers.",
    "事件调度，单一日历。同一时刻的事件依次为：容量、释放、车辆、住院结束、决定、占用、住院开始、统计；其次按安排的先后。床位、车辆与门诊的优先规则见2.5.4。各次重复在同一机器的并行线程中运行，一次重复只在一个线程内，互不共享状态，无须时间同步，结果与线程数无关。",
  );
}

function sharing({ manifest }: ResultSet, lang: Lang): string {
  const rows = manifest.scenarios.map(({ name, hash, lawsHash }) => [
    codeMarkdown(name),
    codeMarkdown(hash),
    codeMarkdown(lawsHash),
  ]);
  const command = codeMarkdown(manifest.command);
  return [
    say(
      lang,
      `The program (MIT licence) is free, as are Deno and all packages that it uses. With the scenario files and city tables of the hashes below, the sources and the version of Deno under 5.1, this command makes the same results again, byte for byte but for the clock: ${command}`,
      `程序以MIT许可证免费提供，Deno及所用软件包亦然。使用下列哈希值对应的方案文件与城市表格，以及5.1所列源码与Deno版本，以下命令可逐字节重现结果（运行时间记录除外）：${command}`,
    ),
    tableMarkdown(
      lang === "en"
        ? ["scenario", "hash of all inputs", "hash of the laws of uncertain parameters"]
        : ["方案", "全部输入的哈希值", "不确定参数分布的哈希值"],
      rows,
    ),
    blank(lang, {
      en: "where this version of the program and these files are kept, with a DOI",
      zh: "该版本程序与文件的存放处及DOI",
    }),
  ].join("\n\n");
}
