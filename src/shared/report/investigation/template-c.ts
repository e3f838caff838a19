/** 简式: the facts as a list, one chapter each for course, casualties, causes, proposals, lessons, measures. */

import { casualtyBlocks } from './casualties.ts'
import { directBlocks, excludedParagraph, indirectBlocks } from './causes.ts'
import { courseBlocks } from './course.ts'
import { lessonBlocks } from './lessons.ts'
import { lossBlocks } from './loss.ts'
import { measureBlocks } from './measures.ts'
import { briefNatureBlocks } from './nature.ts'
import { overviewBlocks } from './overview.ts'
import { proposalBlocks } from './proposals.ts'
import { assessmentBlocks, briefRescueBlocks, reportingBlocks } from './rescue.ts'
import { type Chapter, chapter, type Scribe, section } from './scribe.ts'

/** The chapters in reading order. */
export function chaptersC(scribe: Scribe): readonly Chapter[] {
  return [
    chapter(scribe, 'basic', '事故概况', [], overviewBlocks(scribe)),
    chapter(scribe, 'courseAndResponse', '事故发生经过和应急处置情况', [
      section(scribe, 'course', '事故发生经过', courseBlocks(scribe, true)),
      section(scribe, 'reportingAndRescue', '信息报告和应急处置', [
        ...reportingBlocks(scribe, true),
        ...briefRescueBlocks(scribe),
        ...assessmentBlocks(scribe),
      ]),
    ]),
    chapter(
      scribe,
      'casualtiesAndLoss',
      '人员伤亡和直接经济损失',
      [],
      [...casualtyBlocks(scribe, true), ...lossBlocks(scribe, true)],
    ),
    chapter(scribe, 'causesAndNature', '事故原因和性质', [
      section(scribe, 'direct', '直接原因', [...directBlocks(scribe, true), ...excludedParagraph(scribe)]),
      section(scribe, 'indirect', '间接原因', indirectBlocks(scribe)),
      section(scribe, 'nature', '事故等级和性质', briefNatureBlocks(scribe)),
    ]),
    chapter(scribe, 'proposals', '责任认定和处理建议', [], proposalBlocks(scribe)),
    chapter(scribe, 'lessons', '事故主要教训', [], lessonBlocks(scribe)),
    chapter(scribe, 'measures', '防范和整改措施', [], measureBlocks(scribe)),
  ]
}
