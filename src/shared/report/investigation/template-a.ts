/** 通用式, up to seven chapters: everything on the case first, then response, causes, findings, proposals, lessons, measures. */

import { casualtyBlocks } from './casualties.ts'
import { appraisalBlocks, directBlocks, excludedBlocks, indirectBlocks } from './causes.ts'
import { courseBlocks } from './course.ts'
import { findingGroups, findingItems, governmentTitle, intermediaryTitle } from './findings.ts'
import { lessonBlocks } from './lessons.ts'
import { lossBlocks } from './loss.ts'
import { measureBlocks } from './measures.ts'
import { natureBlocks } from './nature.ts'
import { proposalBlocks } from './proposals.ts'
import { aftermathBlocks, assessmentBlocks, reportingBlocks, rescueBlocks } from './rescue.ts'
import { type Chapter, chapter, type Scribe, type Section, section } from './scribe.ts'
import { projectBlocks, sceneBlocks } from './site.ts'
import { relationBlocks, unitBlocks } from './units.ts'

/** The chapters in reading order; dates are written on the way, so the order of the calls counts. */
export function chaptersA(scribe: Scribe): readonly Chapter[] {
  return [
    chapter(scribe, 'basic', '事故基本情况', [
      section(scribe, 'units', '事故有关单位情况', unitBlocks(scribe)),
      section(scribe, 'relations', '相关单位之间的关系', relationBlocks(scribe)),
      section(scribe, 'site', '涉事场所和设备情况', [...projectBlocks(scribe), ...sceneBlocks(scribe)]),
      section(scribe, 'course', '事故发生经过', courseBlocks(scribe)),
      section(scribe, 'casualtiesAndLoss', '人员伤亡和直接经济损失情况', [
        ...casualtyBlocks(scribe),
        ...lossBlocks(scribe),
      ]),
    ]),
    chapter(scribe, 'response', '事故应急处置情况', [
      section(scribe, 'reporting', '事故信息报告情况', reportingBlocks(scribe)),
      section(scribe, 'rescue', '应急救援处置情况', rescueBlocks(scribe)),
      section(scribe, 'aftermath', '医疗救治和善后情况', aftermathBlocks(scribe)),
      section(scribe, 'assessment', '应急处置评估', assessmentBlocks(scribe)),
    ]),
    chapter(scribe, 'causes', '事故原因分析', [
      section(scribe, 'direct', '直接原因', [...appraisalBlocks(scribe), ...directBlocks(scribe)]),
      section(scribe, 'excluded', '其他可能因素排除', excludedBlocks(scribe)),
      section(scribe, 'indirect', '间接原因', indirectBlocks(scribe)),
      section(scribe, 'nature', '事故性质', natureBlocks(scribe)),
    ]),
    chapter(scribe, 'findings', '有关责任单位存在的主要问题', findingSections(scribe)),
    chapter(scribe, 'proposals', '对有关责任单位和责任人员的处理建议', [], proposalBlocks(scribe)),
    chapter(scribe, 'lessons', '事故主要教训', [], lessonBlocks(scribe)),
    chapter(scribe, 'measures', '事故防范和整改措施', [], measureBlocks(scribe)),
  ]
}

/** 企业—中介—部门—园区和政府, then persons and other findings. */
function findingSections(scribe: Scribe): readonly Section[] {
  const intermediaries = findingGroups(scribe, 'intermediary')
  const governments = findingGroups(scribe, 'government')
  const parts = [
    { title: '有关企业', groups: findingGroups(scribe, 'accident_unit', 'related_unit') },
    { title: intermediaryTitle(intermediaries), groups: intermediaries },
    { title: '有关部门', groups: findingGroups(scribe, 'regulator') },
    { title: governmentTitle(governments), groups: governments },
    { title: '有关人员', groups: findingGroups(scribe, 'person') },
    { title: '其他情况', groups: findingGroups(scribe, 'other') },
  ]
  return parts.map(({ title, groups }) => ({
    key: `findings:${groups[0]?.key ?? title}`,
    title,
    blocks: findingItems(scribe, groups),
  }))
}
