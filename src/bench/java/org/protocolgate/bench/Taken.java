package org.protocolgate.bench;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.DrugClass;
import org.protocolgate.protocol.Terminology;

/**
 * A drug and the classes that the terminology gives it.
 *
 * @param classes null where nobody can read the drug
 */
record Taken(Drug drug, @Nullable Set<String> classes) {

    static Taken of(Drug drug, Terminology terminology) {
        if (drug.classifiedAs() != null) {
            return new Taken(
                    drug, drug.classifiedAs().stream().map(DrugClass::name).collect(Collectors.toSet()));
        }
        Drug.Code code = drug.code();
        Terminology.Match match = null;
        if (code != null) {
            match = code.system() == Drug.Code.CodeSystem.ATC
                    ? terminology.atc(code.value())
                    : terminology.rxnorm(code.value());
        }
        if (match == null && drug.name() != null) {
            match = terminology.name(drug.name());
        }
        return new Taken(drug, match == null ? null : match.classes());
    }

    boolean readable() {
        return classes != null;
    }

    boolean systemic() {
        return drug.route() == null || !drug.route().isLocal();
    }

    /** Whether it is of a class, or may be. */
    boolean mayBe(String drugClass) {
        return classes == null || (classes.contains(drugClass) && (drugClass.equals("JAK_INHIBITOR") || systemic()));
    }
}
