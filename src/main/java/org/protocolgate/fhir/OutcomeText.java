package org.protocolgate.fhir;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.protocolgate.importing.ImportReport;
import org.protocolgate.importing.ImportReport.Line;
import org.protocolgate.importing.Remark;
import org.protocolgate.intake.Violation;

/** A report in FHIR's own words. */
public final class OutcomeText {

    private OutcomeText() {}

    /** The report as an OperationOutcome, JSON: an issue for each record. */
    public static String of(ImportReport report) {
        OperationOutcome outcome = new OperationOutcome();
        report.lines().forEach(line -> add(line, outcome));
        if (report.lines().isEmpty()) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.INFORMATION)
                    .setCode(IssueType.INFORMATIONAL)
                    .setDiagnostics("nothing was sent");
        }
        return ResourceParser.context().newJsonParser().encodeResourceToString(outcome);
    }

    /** What was refused, likewise: an issue for each fault. */
    public static String of(List<Violation> faults) {
        OperationOutcome outcome = new OperationOutcome();
        faults.forEach(fault -> outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.INVALID)
                .setDiagnostics(
                        fault.pointer().isEmpty() ? fault.message() : fault.pointer() + ": " + fault.message()));
        return ResourceParser.context().newJsonParser().encodeResourceToString(outcome);
    }

    /** That something needed did not come. */
    public static String missing(String what) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.REQUIRED)
                .getDetails()
                .setText(what);
        return ResourceParser.context().newJsonParser().encodeResourceToString(outcome);
    }

    private static void add(Line line, OperationOutcome outcome) {
        OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue();
        switch (line.outcome()) {
            case TAKEN -> issue.setSeverity(IssueSeverity.INFORMATION).setCode(IssueType.INFORMATIONAL);
            case SKIPPED -> issue.setSeverity(IssueSeverity.INFORMATION).setCode(IssueType.NOTSUPPORTED);
            case DOUBTFUL -> issue.setSeverity(IssueSeverity.WARNING).setCode(IssueType.INCOMPLETE);
        }
        String facts = line.facts().stream()
                .map(fact -> "; " + fact.did() + " " + fact.fact().getOrDefault("type", "fact")
                        + (fact.id() == null ? "" : " " + fact.id()))
                .collect(Collectors.joining());
        String remarks = line.remarks().stream()
                .map(OutcomeText::text)
                .map(text -> "; " + text)
                .collect(Collectors.joining());
        issue.setDiagnostics(line.outcome() + facts + remarks);
        issue.addExpression(line.place().replaceFirst(" \\(.*", ""));
    }

    private static String text(Remark remark) {
        return (remark.field() == null ? "" : remark.field() + ": ")
                + (remark.value() == null ? "" : remark.value() + ": ")
                + remark.text();
    }
}
