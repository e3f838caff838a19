/**
 * 现场情况 and 初步估计的直接经济损失 of an information report get columns of their own. What has been sent stays as it was sent:
 * a report with a release is never changed, nor are the casualty figures in it. SQLite STRICT; frozen once released.
 */

/** A release of our own; the scan of a received document freezes nothing. */
const isSent = (caseId: string, documentId: string) => `exists (select 1 from document_release r
    where r.case_id = ${caseId} and r.document_id = ${documentId} and r.edition = 'internal')`

export const sentReports: readonly string[] = [
  `alter table info_report add column scene text;
   alter table info_report add column estimated_loss_fen integer;`,
  `create trigger info_report_sent before update on info_report
   when old.document_id is not null and ${isSent('old.case_id', 'old.document_id')}
   begin select raise(abort, 'report-sent'); end;`,
  `create trigger casualty_count_sent before update on casualty_count
   when old.info_report_id is not null and exists (select 1 from info_report i
     where i.case_id = old.case_id and i.id = old.info_report_id and ${isSent('i.case_id', 'i.document_id')})
   begin select raise(abort, 'report-sent'); end;`,
]
