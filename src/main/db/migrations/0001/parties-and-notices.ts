/** Units, persons, information reports, casualties, losses. SQLite STRICT; see README «Data». Frozen once released. */
export const partiesAndNotices = `
-- ---- 1.4 units and persons 单位与人员 -----------------------------------------------------------

create table unit (                         -- 单位: as it stood on the day of the accident
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  kind text not null,                       -- accident_unit 事故发生 | site_owner 场所 | developer 建设 | general_contractor | subcontractor | labour | supervisor 监理 | designer | supplier | lessor | intermediary 中介 | affiliate 关联 | regulator 监管部门 | government 党委政府 | other
  role_text text,                           -- 角色原词
  name text not null,
  short_name text,                          -- 以下简称
  is_anonymised integer not null default 0 check (is_anonymised in (0,1)),
  uscc text,                                -- 统一社会信用代码; form checked by the app, kept even when wrong
  identity_key text not null default '',    -- same enterprise across cases: USCC, else normalised name
  enterprise_type text,
  is_state_owned integer check (is_state_owned in (0,1)),  -- 年收入的认定 (14号令4)
  legal_rep text,                           -- 法定代表人
  actual_controller text,                   -- 实际控制人 (14号令3)
  established_text text,                    -- 成立日期: YYYY | YYYY-MM | YYYY-MM-DD
  registered_capital text,
  address text,
  business_scope text,
  industry_code text,
  staff_count integer check (staff_count >= 0),
  licences text,                            -- 证照、资质
  safety_management text,                   -- 安全管理情况
  public_name text,                         -- form in the public edition
  note text,
  primary key (case_id, id)
) strict, without rowid;
create index unit_identity on unit (identity_key, case_id) where removed = 0 and identity_key <> '';

create table unit_relation (                -- 单位关系: 发包、分包、租赁、控制
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  from_unit_id text not null,
  to_unit_id text,
  kind_text text not null,
  contract text,                            -- 合同名称及要点
  signed_on text check (signed_on like '____-__-__'),
  amount_fen integer,
  note text,
  primary key (case_id, id),
  foreign key (case_id, from_unit_id) references unit (case_id, id) deferrable,
  foreign key (case_id, to_unit_id) references unit (case_id, id) deferrable
) strict, without rowid;

create table person (                       -- 人员: one row per natural person; post as on the day
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  unit_id text,
  name text,                                -- null = 姓名未见
  sex text, age integer check (age between 0 and 150),
  id_number text, phone text, home_address text,          -- protected identifiers: never in the public edition [F27 V-33]
  position text,                            -- 职务、工种 (事故时)
  employment text,                          -- 用工形式
  years_in_post text,                       -- 工龄
  certificates text,                        -- 特种作业证等
  is_official integer check (is_official in (0,1)),       -- 公职人员
  public_name text,                         -- stable pseudonym 王某某(甲)
  note text,
  primary key (case_id, id),
  foreign key (case_id, unit_id) references unit (case_id, id) deferrable
) strict, without rowid;
-- ---- 1.5 information reports 信息报告 --------------------------------------------------------

create table info_report (                  -- 快报、续报、补报、核报
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  kind text not null check (kind in ('phone','initial','follow_up','supplement','verified','preliminary')),  -- preliminary 15日初报
  number integer,                           -- 第×次
  direction text not null check (direction in ('received','sent')),
  reported_by text, reporter_phone text,    -- 报告人
  recorded_by text, signed_by text,         -- 记录人、签发人
  unit_profile text, time_place_scene text, brief text, casualties_and_loss text, measures_taken text, other text,  -- 493-12 六项
  document_id text,
  primary key (case_id, id),
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table info_report_delivery (         -- 报送、抄告: one hop; the reporting clocks start and end here (V-05)
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  info_report_id text not null,
  from_level text, to_level text not null,  -- scene | unit | county | city | province | state | government | police | labour | union | procuratorate
  to_body text,
  channel text not null check (channel in ('phone','written','system','in_person')),
  sent_at text check (sent_at like '____-__-__T__:__:__+08:00'),
  received_at text check (received_at like '____-__-__T__:__:__+08:00'),
  received_by text,
  primary key (case_id, id),
  foreign key (case_id, info_report_id) references info_report (case_id, id) deferrable
) strict, without rowid;
-- ---- 1.6 casualties and losses 伤亡与损失 ---------------------------------------------------

create table casualty (                     -- 伤亡人员: a person, or a group whose names are not known
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  person_id text,
  unit_id text,
  head_count integer not null default 1 check (head_count >= 1),
  outcome text check (outcome in ('death','missing','serious','acute_poisoning','minor','unspecified','hospitalised','unharmed')),
  outcome_text text,                        -- 原词
  injured_on text check (injured_on like '____-__-__'),
  died_on text check (died_on like '____-__-__'),         -- day of death decides the 30/7-day window (V-03)
  missing_since text check (missing_since like '____-__-__'),
  injury text,                              -- 部位、性质
  body_part_code text, injury_nature_code text, code_standard text,   -- A1, A2 of GB6441-1986, or what replaces it
  lost_days integer check (lost_days >= 0), -- 损失工作日 / 歇工
  job text,                                 -- 工种或身份
  is_worker integer check (is_worker in (0,1)),           -- 从业人员
  certificate_no text,                      -- 死亡证明、伤害程度鉴定
  note text,
  primary key (case_id, id),
  foreign key (case_id, person_id) references person (case_id, id) deferrable,
  foreign key (case_id, unit_id) references unit (case_id, id) deferrable,
  check (person_id is null or head_count = 1)
) strict, without rowid;

create table casualty_count (               -- 伤亡数字: what was known when; append, do not overwrite
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  as_of text check (as_of like '____-__-__T__:__:__+08:00'),       -- state of affairs at
  known_at text check (known_at like '____-__-__T__:__:__+08:00'), -- known to this body at
  basis text not null check (basis in ('phone','initial','follow_up','supplement','verified','investigation')),  -- 电话 快报 续报 补报 核报 调查认定
  info_report_id text,
  deaths integer check (deaths >= 0),
  missing integer check (missing >= 0),                   -- 下落不明 (493-12)
  serious_injuries integer check (serious_injuries >= 0),
  acute_poisonings integer check (acute_poisonings >= 0), -- 计入重伤 (493-3)
  minor_injuries integer check (minor_injuries >= 0),
  unspecified_injuries integer check (unspecified_injuries >= 0),   -- 只说“受伤”; never added to the two above
  trapped integer check (trapped >= 0),
  at_risk integer check (at_risk >= 0),                   -- 涉险 (21号令26)
  evacuated integer check (evacuated >= 0),
  note text,
  primary key (case_id, id),
  foreign key (case_id, info_report_id) references info_report (case_id, id) deferrable
) strict, without rowid;

create table loss_assessment (              -- 直接经济损失核定: one per standard and calculation day
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  standard text not null,                   -- GB6721-1986 | GB6721-2025
  basis text not null check (basis in ('estimate','verified','investigation')),
  calculated_on text check (calculated_on like '____-__-__'),
  verified_by text,                         -- 核定人
  stated_direct_fen integer,                -- total as stated; null = sum of items
  stated_indirect_fen integer,
  stated_text text,                         -- 约2615万元
  is_approximate integer check (is_approximate in (0,1)),
  excludes_fine integer check (excludes_fine in (0,1)),   -- 旧标: 不含本次拟处罚款 (V-26 例3)
  note text,
  primary key (case_id, id)
) strict, without rowid;

create table loss_item (                    -- 损失分项
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  loss_assessment_id text not null,
  item_code text not null,                  -- Ed1.medical … Ei9, by the standard's code table
  is_direct integer not null check (is_direct in (0,1)),  -- by the standard of the assessment
  payer text,                               -- enterprise | government | charity: decides Ed3 / Ei9
  amount_fen integer not null,
  method text not null check (method in ('settled','estimated')),
  formula_json text,                        -- inputs of 测算法 (Mb, P, Dc, Lq …)
  basis text,
  primary key (case_id, id),
  foreign key (case_id, loss_assessment_id) references loss_assessment (case_id, id) deferrable
) strict, without rowid;
`
