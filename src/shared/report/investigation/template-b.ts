/** 编制指南式: cover and contents, the technical and the management part as chapters of their own (应急厅〔2023〕4号). */

import { casualtyBlocks } from './casualties.ts'
import { appraisalBlocks, directBlocks, excludedBlocks, indirectBlocks } from './causes.ts'
import { courseBlocks } from './course.ts'
import { type FindingGroup, findingGroups, findingItems, findingsUnderTitle, governmentTitle } from './findings.ts'
import { titledLessonBlocks } from './lessons.ts'
import { lossBlocks } from './loss.ts'
import { measureBlocks } from './measures.ts'
import { natureBlocks } from './nature.ts'
import { proposalBlocks } from './proposals.ts'
import { aftermathBlocks, assessmentBlocks, reportingBlocks, rescueBlocks } from './rescue.ts'
import { type Chapter, chapter, type Scribe, section } from './scribe.ts'
import { projectBlocks, sceneBlocks } from './site.ts'
import type { TitleKey } from './titles.ts'
import { relationBlocks, unitBlocks } from './units.ts'

/** The chapters in reading order. */
export function chaptersB(scribe: Scribe): readonly Chapter[] {
  const governments = findingGroups(scribe, 'government')
  return [
    chapter(scribe, 'basic', '事故有关情况', [
      section(scribe, 'units', '事故有关单位概况', unitBlocks(scribe)),
      section(scribe, 'relations', '有关单位之间的合同关系', relationBlocks(scribe)),
      section(scribe, 'site', '涉事场所和设备情况', projectBlocks(scribe)),
      section(scribe, 'scene', '现场勘查情况', sceneBlocks(scribe)),
    ]),
    chapter(scribe, 'courseAndResponse', '事故发生经过和应急处置情况', [
      section(scribe, 'course', '事故发生经过', courseBlocks(scribe)),
      section(scribe, 'reporting', '信息报告情况', reportingBlocks(scribe)),
      section(scribe, 'rescue', '应急救援情况', rescueBlocks(scribe)),
      section(scribe, 'aftermath', '医疗救治和善后情况', aftermathBlocks(scribe)),
      section(scribe, 'assessment', '应急处置评估结论', assessmentBlocks(scribe)),
    ]),
    chapter(scribe, 'casualtiesAndLoss', '人员伤亡和直接经济损失', [
      section(scribe, 'casualties', '人员伤亡', casualtyBlocks(scribe)),
      section(scribe, 'loss', '直接经济损失', lossBlocks(scribe)),
    ]),
    chapter(scribe, 'causes', '事故原因分析（技术问题专篇）', [
      section(scribe, 'appraisal', '技术鉴定意见', appraisalBlocks(scribe)),
      section(scribe, 'direct', '直接原因认定', directBlocks(scribe)),
      section(scribe, 'excluded', '其他可能因素排除', excludedBlocks(scribe)),
      section(scribe, 'indirect', '直接原因之外的其他原因', indirectBlocks(scribe)),
    ]),
    findingChapter(
      scribe,
      'findingsEnterprises',
      '有关企业和技术服务机构存在的主要问题（管理问题专篇）',
      findingGroups(scribe, 'accident_unit', 'related_unit', 'intermediary', 'person', 'other'),
    ),
    findingChapter(scribe, 'findingsDepartments', '有关部门存在的主要问题', findingGroups(scribe, 'regulator')),
    findingChapter(scribe, 'findingsGovernments', `${governmentTitle(governments)}存在的主要问题`, governments),
    chapter(scribe, 'nature', '事故等级和性质', [], natureBlocks(scribe)),
    chapter(scribe, 'proposals', '责任认定及处理建议', [], proposalBlocks(scribe)),
    chapter(scribe, 'lessons', '事故主要教训', [], titledLessonBlocks(scribe)),
    chapter(scribe, 'measures', '整改和防范措施建议', [], measureBlocks(scribe)),
  ]
}

/** One section a unit under its name; a single unit is named in the sentence. */
function findingChapter(scribe: Scribe, key: TitleKey, title: string, groups: readonly FindingGroup[]): Chapter {
  if (groups.length < 2) return chapter(scribe, key, title, [], findingItems(scribe, groups))
  return chapter(
    scribe,
    key,
    title,
    groups.map((group) => ({
      key: `findings:${group.key}`,
      title: group.title,
      blocks: findingsUnderTitle(scribe, group),
    })),
  )
}
