-- The level of an assignment as a number, by which those of a level are found.
alter table fact add column level numeric(20, 3)
    generated always as (case when type = 'doseAssignment' then cast(kind as numeric(20, 3)) end);
create index fact_level on fact (level, participant);
create index fact_kind on fact (kind, participant);
