-- What is recorded of levels, authorisations and deviations stays as it was recorded, too.
create trigger dose_decision_stays before update or delete on dose_decision for each row execute function refuse_change();
create trigger dose_decision_stays_whole before truncate on dose_decision for each statement execute function refuse_change();
create trigger authorisation_stays before update or delete on authorisation for each row execute function refuse_change();
create trigger authorisation_stays_whole before truncate on authorisation for each statement execute function refuse_change();
create trigger authorisation_end_stays before update or delete on authorisation_end for each row execute function refuse_change();
create trigger authorisation_end_stays_whole before truncate on authorisation_end for each statement execute function refuse_change();
create trigger acknowledgement_stays before update or delete on acknowledgement for each row execute function refuse_change();
create trigger acknowledgement_stays_whole before truncate on acknowledgement for each statement execute function refuse_change();
create trigger deviation_stays before update or delete on deviation for each row execute function refuse_change();
create trigger deviation_stays_whole before truncate on deviation for each statement execute function refuse_change();
create trigger deviation_step_stays before update or delete on deviation_step for each row execute function refuse_change();
create trigger deviation_step_stays_whole before truncate on deviation_step for each statement execute function refuse_change();
