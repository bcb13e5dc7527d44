package org.protocolgate.screen;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.protocolgate.audit.Actor;
import org.protocolgate.study.SyntheticStudy;
import org.protocolgate.sweep.SweepBook;
import org.protocolgate.sweep.SweepView;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;
import org.protocolgate.user.Role;

/** How long the pages take in a study of many participants, over HTTP in the same process. */
public final class PagesSpeed {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final Actor SOMEBODY = new Actor("coordinator", "COORDINATOR");
    private static final long LOOK_EVERY = Duration.ofMillis(50).toNanos();
    private static final int WARMING = 30;

    private final Service service;

    private PagesSpeed(Service service) {
        this.service = service;
    }

    /** @param args how many participants, and how often each page is fetched */
    public static void main(String[] args) {
        System.setProperty("micronaut.environments", "test");
        try {
            run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(int many, int rounds) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        settings.put("testing.clock", "set");
        settings.put("protocol-gate.jobs.threads", 2);
        settings.put("protocol-gate.jobs.every", "200ms");
        settings.put("protocol-gate.sweep.daily", "-");
        settings.put("protocol-gate.sweep.near", "-");
        settings.put("protocol-gate.digest.at", "-");
        try (Service service = Service.start(Database.POSTGRESQL, settings)) {
            service.bean(SetClock.class).set("2026-03-10T01:00:00Z");
            SyntheticStudy study = new SyntheticStudy(service.bean(io.micronaut.context.BeanContext.class), TODAY);
            study.openLevels(many);
            study.fill(0, many);
            new PagesSpeed(service).sweep().measure(many, rounds);
        }
    }

    /** After this everybody has an answer, and there are alerts. */
    private PagesSpeed sweep() {
        SweepBook book = service.bean(SweepBook.class);
        SweepView sweep = book.start(SOMEBODY);
        while (book.read(sweep.id()).finishedAt() == null) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return this;
    }

    private void measure(int many, int rounds) {
        System.out.printf("%,d participants, %d rounds%n", many, rounds);
        System.out.printf("%-52s %6s %8s %8s %8s%n", "page", "kB", "median", "95 %", "CPU");
        String someone = SyntheticStudy.code(many / 2);
        for (String path : List.of(
                "/today",
                "/alerts",
                "/levels",
                "/participants/" + someone,
                "/participants/" + someone + "?gate=INFUSION&on=2026-03-24",
                "/participants/" + someone + "/enter?type=drug",
                "/screening-log",
                "/screening-log?state=SCREENING",
                "/deviations",
                "/sweeps",
                "/audit")) {
            measure(path, rounds);
        }
    }

    private void measure(String path, int rounds) {
        for (int i = 0; i < WARMING; i++) {
            fetch(path);
        }
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<Long> times = new ArrayList<>();
        int bytes = 0;
        long processor = machine.getProcessCpuTime();
        for (int i = 0; i < rounds; i++) {
            long begun = System.nanoTime();
            bytes = fetch(path);
            times.add(System.nanoTime() - begun);
        }
        processor = machine.getProcessCpuTime() - processor;
        Collections.sort(times);
        System.out.printf(
                "%-52s %6d %5.0f ms %5.0f ms %5.0f ms%n",
                path,
                bytes / 1000,
                times.get(rounds / 2) / 1e6,
                times.get(rounds * 95 / 100) / 1e6,
                processor / 1e6 / rounds);
    }

    private int fetch(String path) {
        HttpResponse<String> page =
                service.send(service.request(Role.INVESTIGATOR, path).header("Accept", "text/html"));
        if (page.statusCode() != 200) {
            throw new IllegalStateException(path + " is answered " + page.statusCode());
        }
        return page.body().length();
    }
}
