"""Standard errors and delta-method errors of BG/NBD answers on CDNOW, with mpmath at 30 digits.

Run in the root of the repository: python tests/references/models.py (needs mpmath).
"""
from mpmath import mp, mpf, hyp2f1, quad, beta, gamma
mp.dps=40
def EX(r,al,a,b,t):
    # E[X(t)] = E_p[ (1-(1+p t/al)^-r)/p ] over Beta(a,b)
    r,al,a,b,t=map(lambda v: mpf(repr(v)) if not isinstance(v,mpf) else v,(r,al,a,b,t))
    f=lambda p: (1-(1+p*t/al)**(-r))/p * p**(a-1)*(1-p)**(b-1)
    return quad(f,[0,mpf('1e-6'),mpf('0.01'),mpf('0.5'),mpf('0.99'),1])/beta(a,b)
print(EX(.243,4.414,.793,2.426,3.0))
print('a=1',EX(.243,4.414,1.0,2.426,3.0))
print('a+b=1',EX(.243,4.414,.8,.2,3.0))
def alive(r,al,a,b,x,tx,T): 
    return 1/(1+a/(b+x-1)*((al+T)/(al+tx))**(r+x)) if x else mpf(1)
def CE(r,al,a,b,x,tx,T,t):
    v=[mpf(repr(k)) for k in (r,al,a,b,x,tx,T,t)]; r,al,a,b,x,tx,T,t=v
    f=lambda p: (1-(1+p*t/(al+T))**(-(r+x)))/p * p**(a-1)*(1-p)**(b+x-1)
    return alive(*v[:7])*quad(f,[0,mpf('1e-6'),mpf('0.01'),mpf('0.5'),mpf('0.99'),1])/beta(a,b+x)
print(CE(.243,4.414,.793,2.426,2,30.43,38.86,39))
print('a=1',CE(.243,4.414,1.0,2.426,2,30.43,38.86,39.0))
print('x0',CE(.243,4.414,.8,.2,0,0,38.86,39.0))
def sbg(al,b,d): 
    al,b,d=mpf(repr(al)),mpf(repr(b)),mpf(repr(d)); return hyp2f1(1,b,al+b,1/(1+d))
print('sbg',sbg(.668,3.806,.1),sbg(.668,3.806,1e-6),sbg(3.0,1.0,1e-9),sbg(.7,1.2,5.0))
from mpmath import binomial
def kp(p,n,k): p=mpf(repr(p)); return sum(binomial(n,j)*p**j*(1-p)**(n-j) for j in range(k,n+1))
print(kp(.15,4,2),kp(1e-9,3,2),kp(.5,0,1),kp(.001,1000000,900) if False else '')
