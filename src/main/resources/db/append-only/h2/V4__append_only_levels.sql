-- What is recorded of levels, authorisations and deviations stays as it was recorded, too.
create trigger dose_decision_stays before update, delete on dose_decision for each row call 'org.protocolgate.audit.RefuseChange';
create trigger authorisation_stays before update, delete on authorisation for each row call 'org.protocolgate.audit.RefuseChange';
create trigger authorisation_end_stays before update, delete on authorisation_end for each row call 'org.protocolgate.audit.RefuseChange';
create trigger acknowledgement_stays before update, delete on acknowledgement for each row call 'org.protocolgate.audit.RefuseChange';
create trigger deviation_stays before update, delete on deviation for each row call 'org.protocolgate.audit.RefuseChange';
create trigger deviation_step_stays before update, delete on deviation_step for each row call 'org.protocolgate.audit.RefuseChange';
