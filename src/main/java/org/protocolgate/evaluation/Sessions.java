package org.protocolgate.evaluation;

import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;

/** Rule sessions as questions need them: each asked by one thread alone, emptied when disposed of, and used again. */
final class Sessions {

    private static final KieSessionConfiguration RECORDED = ofOneThread();

    private Sessions() {}

    static KieSession open(KieBase rules) {
        return rules.newKieSession(RECORDED, null);
    }

    private static KieSessionConfiguration ofOneThread() {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ThreadSafeOption.NO);
        return configuration;
    }
}
