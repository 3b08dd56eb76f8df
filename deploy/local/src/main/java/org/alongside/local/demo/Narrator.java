package org.alongside.local.demo;

import org.alongside.local.demo.Suite.Call;
import org.alongside.local.demo.Suite.Reply;

/** Is told how a closed loop goes on. */
public interface Narrator {

    /** Says nothing. */
    Narrator SILENT = new Narrator() {
        @Override
        public void chapter(String title) {
            // nobody listens
        }

        @Override
        public void step(String what, Call call, Reply reply, String came) {
            // nobody listens
        }

        @Override
        public void quote(String text) {
            // nobody listens
        }
    };

    void chapter(String title);

    /**
     * @param what in plain words, what is done
     * @param came what came back, in short
     */
    void step(String what, Call call, Reply reply, String came);

    /** What somebody reads, word by word. */
    void quote(String text);
}
