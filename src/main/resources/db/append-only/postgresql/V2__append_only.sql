-- What is recorded stays as it was recorded: the database itself refuses to change or delete it.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_entry_stays before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_entry_stays_whole before truncate on audit_entry for each statement execute function refuse_change();
create trigger audit_seal_stays before update or delete on audit_seal for each row execute function refuse_change();
create trigger audit_seal_stays_whole before truncate on audit_seal for each statement execute function refuse_change();
create trigger participant_stays before update or delete on participant for each row execute function refuse_change();
create trigger participant_stays_whole before truncate on participant for each statement execute function refuse_change();
create trigger participant_version_stays before update or delete on participant_version for each row execute function refuse_change();
create trigger participant_version_stays_whole before truncate on participant_version for each statement execute function refuse_change();
create trigger participant_voiding_stays before update or delete on participant_voiding for each row execute function refuse_change();
create trigger participant_voiding_stays_whole before truncate on participant_voiding for each statement execute function refuse_change();
create trigger fact_stays before update or delete on fact for each row execute function refuse_change();
create trigger fact_stays_whole before truncate on fact for each statement execute function refuse_change();
create trigger correction_stays before update or delete on correction for each row execute function refuse_change();
create trigger correction_stays_whole before truncate on correction for each statement execute function refuse_change();
create trigger idempotency_key_stays before update or delete on idempotency_key for each row execute function refuse_change();
create trigger idempotency_key_stays_whole before truncate on idempotency_key for each statement execute function refuse_change();
create trigger rule_source_stays before update or delete on rule_source for each row execute function refuse_change();
create trigger rule_source_stays_whole before truncate on rule_source for each statement execute function refuse_change();
create trigger rule_set_stays before update or delete on rule_set for each row execute function refuse_change();
create trigger rule_set_stays_whole before truncate on rule_set for each statement execute function refuse_change();
create trigger decision_stays before update or delete on decision for each row execute function refuse_change();
create trigger decision_stays_whole before truncate on decision for each statement execute function refuse_change();
create trigger decision_answer_stays before update or delete on decision_answer for each row execute function refuse_change();
create trigger decision_answer_stays_whole before truncate on decision_answer for each statement execute function refuse_change();
