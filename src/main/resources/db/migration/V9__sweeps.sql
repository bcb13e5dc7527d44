-- A mark (state) for each study, another one after each transaction that wrote to it: while it stands, what was read of all
-- participants still holds.
create table study_mark (
    study varchar(60) primary key,
    mark uuid not null
);

-- The newest decision on each question, and on each gate.
create index decision_question on decision (participant, gate, gate_day, seq);
