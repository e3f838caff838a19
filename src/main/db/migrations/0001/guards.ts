/**
 * Guards that are the same for many tables: nothing is deleted, a sealed case keeps its facts, a release is never changed.
 * They hold against every program that writes the file, not only ours.
 */

/** Facts that a sealed case (结案) keeps. Follow-up stays open: 落实 and 评估 come a year later. */
const SEALED = [
  'accident unit unit_relation person casualty casualty_count loss_assessment loss_item team team_member',
  'timeline_event cause finding finding_cause lesson measure measure_cause liability proposal citation',
  'evidence evidence_file',
].flatMap((names) => names.split(' '))

/** Every table of a case. */
const KEPT = [
  ...SEALED,
  ...'document document_block document_release info_report info_report_delivery disposition determination'.split(' '),
  ...'escalation supervision extension appraisal approval publication penalty justice_transfer'.split(' '),
  ...'handover handover_item import_batch import_note measure_action assessment assessment_item'.split(' '),
]

const sealed = (name: string) => `
create trigger ${name}_sealed_insert before insert on ${name}
  when (select sealed_at from case_file where id = new.case_id) is not null
  begin select raise(abort, 'case-sealed'); end;
create trigger ${name}_sealed_update before update on ${name}
  when (select sealed_at from case_file where id = new.case_id) is not null
  begin select raise(abort, 'case-sealed'); end;`

const kept = (name: string) => `
create trigger ${name}_no_delete before delete on ${name} begin select raise(abort, 'no-delete'); end;`

export const guards: readonly string[] = [
  ...SEALED.map(sealed),
  ...KEPT.map(kept),
  `create trigger case_file_no_delete before delete on case_file begin select raise(abort, 'no-delete'); end;`,
  `create trigger case_file_sealed before update of case_no, name, regime, occurred_from, occurred_to, occurred_precision,
     occurred_text, province, city, district, industry_code, type_standard, type_code on case_file
   when old.sealed_at is not null and new.sealed_at is not null begin select raise(abort, 'case-sealed'); end;`,
  `create trigger document_release_no_update before update on document_release begin select raise(abort, 'append-only'); end;`,
]
