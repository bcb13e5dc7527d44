-- What is recorded stays as it was recorded: the database itself refuses to change or delete it.
create trigger audit_entry_stays before update, delete on audit_entry for each row call 'org.protocolgate.audit.RefuseChange';
create trigger audit_seal_stays before update, delete on audit_seal for each row call 'org.protocolgate.audit.RefuseChange';
create trigger participant_stays before update, delete on participant for each row call 'org.protocolgate.audit.RefuseChange';
create trigger participant_version_stays before update, delete on participant_version for each row call 'org.protocolgate.audit.RefuseChange';
create trigger participant_voiding_stays before update, delete on participant_voiding for each row call 'org.protocolgate.audit.RefuseChange';
create trigger fact_stays before update, delete on fact for each row call 'org.protocolgate.audit.RefuseChange';
create trigger correction_stays before update, delete on correction for each row call 'org.protocolgate.audit.RefuseChange';
create trigger idempotency_key_stays before update, delete on idempotency_key for each row call 'org.protocolgate.audit.RefuseChange';
create trigger rule_source_stays before update, delete on rule_source for each row call 'org.protocolgate.audit.RefuseChange';
create trigger rule_set_stays before update, delete on rule_set for each row call 'org.protocolgate.audit.RefuseChange';
create trigger decision_stays before update, delete on decision for each row call 'org.protocolgate.audit.RefuseChange';
create trigger decision_answer_stays before update, delete on decision_answer for each row call 'org.protocolgate.audit.RefuseChange';
