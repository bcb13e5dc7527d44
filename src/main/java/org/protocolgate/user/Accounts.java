package org.protocolgate.user;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Accounts extends GenericRepository<Account, String> {

    Optional<Account> findByUsername(String username);

    /** The account, held until the transaction ends: who comes next waits. */
    @Query("select username, role, password_hash, active, must_change, failures, locked_until, tokens_from, created_at"
            + " from user_account where username = :username for update")
    Optional<Account> hold(String username);

    /** All accounts in a role, held as well, by name: so nobody waits in a circle. */
    @Query("select username, role, password_hash, active, must_change, failures, locked_until, tokens_from, created_at"
            + " from user_account where role = :role order by username for update")
    List<Account> holdInRole(String role);

    List<Account> listOrderByUsername();

    void save(Account account);

    void update(Account account);
}
